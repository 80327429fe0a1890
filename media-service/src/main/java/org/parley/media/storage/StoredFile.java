package org.parley.media.storage;

import java.io.InputStream;

/**
 * An open file of the storage, which the reader closes.
 *
 * @param size the number of bytes
 */
public record StoredFile(long size, InputStream content) {
}
