package org.parley.media.overview;

import java.util.List;

import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaVariant;
import org.parley.platform.media.MediaAddresses;

import org.springframework.stereotype.Component;

/** Creates the views of media. */
@Component
public class MediaViews {

	private final MediaAddresses addresses;

	MediaViews(MediaAddresses addresses) {
		this.addresses = addresses;
	}

	public MediaView of(MediaItem item) {
		var content = item.content();
		if (content == null) {
			return new MediaView(item.id(), item.purpose(), item.state(), null, null, null, null, item.alt(), List.of(),
					item.refusal(), item.createdAt(), item.version());
		}
		var variants = content.variants().stream().map((variant) -> view(item, variant)).toList();
		return new MediaView(item.id(), item.purpose(), item.state(), content.kind(), content.width(), content.height(),
				content.blurhash(), item.alt(), variants, item.refusal(), item.createdAt(), item.version());
	}

	private MediaVariantView view(MediaItem item, MediaVariant variant) {
		var url = item.isPublic() ? this.addresses.unsigned(variant.path()) : this.addresses.signed(variant.path());
		return new MediaVariantView(variant.name(), url, variant.width(), variant.height(), variant.contentType(),
				variant.size());
	}

}
