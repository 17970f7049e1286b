"""pyvi's segmentation, to the last word, without pyvi's loop: pieces, their scores, and the labels that follow."""
