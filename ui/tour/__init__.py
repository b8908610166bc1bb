"""The tour: a minute on what the window shows, once at the first start and whenever it is asked for."""
