"""What newsgen's pages promise, held in a real browser and by real checkers on the sample site."""
