"""The engine: state, options, stages and workers."""
