package org.parley.media.storage;

import java.util.Map;

/**
 * A signed request that uploads one file.
 *
 * @param url the address, which contains the signature
 * @param headers the headers that the request must have, besides its length
 */
public record PresignedUpload(String method, String url, Map<String, String> headers) {
}
