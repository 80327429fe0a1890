package org.parley.platform.readmodels.media.use;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.parley.contracts.media.AttachedMedium;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaView;

/** Ready media that were read together, for showing them. */
public final class MediaGallery {

	private final Map<String, KnownMedium> media;

	private final MediaAddresses addresses;

	MediaGallery(Map<String, KnownMedium> media, MediaAddresses addresses) {
		this.media = media;
		this.addresses = addresses;
	}

	/** One of the media; empty if it is removed. */
	public Optional<KnownMedium> find(String id) {
		return Optional.ofNullable(this.media.get(id));
	}

	/**
	 * Shows some of the media in an order, without those that are removed.
	 * @param isPublic whether everybody may see them here. Addresses are signed
	 * nevertheless until media-service serves the medium without a signature
	 */
	public List<MediaView> show(List<String> ids, boolean isPublic) {
		return ids.stream().flatMap((id) -> find(id).stream()).map((medium) -> show(medium, isPublic)).toList();
	}

	/**
	 * Shows one of the media; empty if it is removed.
	 * @param isPublic whether everybody may see it here
	 */
	public Optional<MediaView> show(String id, boolean isPublic) {
		return find(id).map((medium) -> show(medium, isPublic));
	}

	/** Some of the media in an order, for events. */
	public List<AttachedMedium> attach(List<String> ids) {
		return ids.stream().flatMap((id) -> find(id).stream()).map(KnownMedium::attached).toList();
	}

	private MediaView show(KnownMedium medium, boolean isPublic) {
		return MediaView.of(medium.attached(), this.addresses, isPublic && medium.isUnsigned());
	}

}
