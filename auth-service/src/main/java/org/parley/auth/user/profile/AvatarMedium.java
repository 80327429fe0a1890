package org.parley.auth.user.profile;

/**
 * A medium as the picture of its owner.
 *
 * @param path the path of its smallest file on the origin of media
 */
public record AvatarMedium(String mediaId, String path) {
}
