package org.parley.summary.engine;

/** No post says anything that everybody may read. */
public final class NothingToReadException extends RuntimeException {

}
