"""Whether the records are right: rules, proofs of quotations and the rights guard."""
