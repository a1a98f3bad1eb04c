"""What editors do to records beside writing them: begin, rename, lay out and look at them."""
