package org.parley.media.video;

import java.nio.file.Path;

/**
 * A video as it is served.
 *
 * @param file the MP4 file
 * @param poster a PNG file with one of its pictures
 * @param width the width in pixels, after turning
 * @param height the height in pixels, after turning
 */
public record TranscodedVideo(Path file, Path poster, int width, int height) {
}
