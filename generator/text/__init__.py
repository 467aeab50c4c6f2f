"""Text written by people, made fit for where it goes. Used by checks and by rendering alike."""
