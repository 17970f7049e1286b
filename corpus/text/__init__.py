"""A scraped page of text: which of its lines are the article, and which fact is which?"""
