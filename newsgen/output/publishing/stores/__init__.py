"""Where a site is published to: folders, object stores and servers with SFTP."""
