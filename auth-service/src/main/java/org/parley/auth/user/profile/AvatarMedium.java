package org.parley.auth.user.profile;

/**
 * A medium as the picture of its owner.
 *
 * @param mediaId the id of the medium
 * @param path the path of its smallest file on the origin of media
 */
public record AvatarMedium(String mediaId, String path) {
}
