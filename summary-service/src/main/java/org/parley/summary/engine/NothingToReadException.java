package org.parley.summary.engine;

/** The thread has no visible text to summarize. */
public final class NothingToReadException extends RuntimeException {

}
