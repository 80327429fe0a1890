package org.parley.platform.readmodels.media;

/**
 * A file of a medium as shown to its readers.
 *
 * @param name {@code 96}, {@code 160}, {@code 640}, {@code 1600}, {@code poster} or
 * {@code video}
 * @param url its address, which is signed unless something public uses the medium
 * @param width the width in pixels
 * @param height the height in pixels
 * @param size the size in bytes
 */
public record MediaVariantView(String name, String url, int width, int height, String contentType, long size) {
}
