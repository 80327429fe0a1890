package org.parley.platform.text.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hosts whose images are displayed, over HTTPS only. Any other host would learn the
 * address of each reader.
 *
 * @param imageHosts case-insensitive; none by default. Other images in posts become
 * links, and other profile images are refused
 */
@ConfigurationProperties("parley.content")
public record ImageHosts(@DefaultValue Set<String> imageHosts) {

	public ImageHosts {
		imageHosts = imageHosts.stream()
			.map((host) -> host.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether an image with this address is displayed. */
	public boolean shows(String address) {
		try {
			var uri = new URI(address);
			return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null
					&& this.imageHosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
