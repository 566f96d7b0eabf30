"""The server's addresses beside the pages, for programs: health, published views, bringing figures in, the command line."""
