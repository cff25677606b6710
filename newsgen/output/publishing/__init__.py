"""Publishing: compare the site with what stands at a target, and bring there what differs."""
