"""The live site: everything a build computes, kept in memory and computed anew only where it must be."""
