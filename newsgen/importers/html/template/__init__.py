"""What the pages of one site share, learnt from some of them: texts that recur, and the places of the fields."""
