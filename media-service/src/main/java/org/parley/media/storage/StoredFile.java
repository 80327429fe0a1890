package org.parley.media.storage;

import java.io.InputStream;

/**
 * An open file of the storage, which the reader closes.
 *
 * @param contentType its content type
 * @param size its size in bytes
 * @param content its content
 */
public record StoredFile(String contentType, long size, InputStream content) {
}
