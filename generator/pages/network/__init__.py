"""The network: who is connected with whom, through which events and claims."""
