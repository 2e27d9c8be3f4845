package dateline.archive;

import java.io.IOException;

/** The archive cannot do what is asked: its disk, its database, its version, another writer. The message is one sentence without a full stop. */
public final class ArchiveTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    ArchiveTrouble(String message) {
        super(message);
    }

    ArchiveTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
