"""How certain a field's value is: what speaks for it and against it, weighed as articles of many publishers were."""
