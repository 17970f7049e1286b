"""How often, when, and in what company?"""
