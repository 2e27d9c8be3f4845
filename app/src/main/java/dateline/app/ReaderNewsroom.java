package dateline.app;

/** Opens the reader and the pipeline of this machine. */
final class ReaderNewsroom {
    private ReaderNewsroom() {}

    static Newsroom open() throws Newsroom.Closed {
        throw new Newsroom.Closed("this build carries no reader yet");
    }
}
