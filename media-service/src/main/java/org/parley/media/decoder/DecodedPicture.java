package org.parley.media.decoder;

import java.util.List;

/**
 * The result of decoding a picture.
 *
 * @param width the width in pixels, after turning
 * @param height the height in pixels, after turning
 * @param blurhash the picture in about 30 characters
 * @param variants the files
 */
public record DecodedPicture(int width, int height, String blurhash, List<DecodedVariant> variants) {
}
