package org.parley.auth.user.profile;

import java.util.List;
import java.util.Optional;

import org.parley.platform.readmodels.media.use.KnownMedia;

/**
 * A medium as the picture of its owner.
 *
 * @param path the path of its smallest file on the origin of media
 */
public record AvatarMedium(String mediaId, String path) {

	/** The medium, if it is ready. */
	public static Optional<AvatarMedium> find(String id, KnownMedia media) {
		return media.gallery(List.of(id))
			.find(id)
			.flatMap((medium) -> medium.smallest())
			.map((file) -> new AvatarMedium(id, file.path()));
	}

}
