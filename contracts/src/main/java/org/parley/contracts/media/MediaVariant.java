package org.parley.contracts.media;

/**
 * A file of a medium that is served.
 *
 * @param name {@code 96}, {@code 160}, {@code 640}, {@code 1600}, {@code poster} or
 * {@code video}
 * @param path the path of the file: the id of the medium and the hash of the content
 * @param width the width in pixels
 * @param height the height in pixels
 * @param size the size in bytes
 */
public record MediaVariant(String name, String path, int width, int height, String contentType, long size) {
}
