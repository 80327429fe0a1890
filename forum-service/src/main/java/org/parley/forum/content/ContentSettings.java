package org.parley.forum.content;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What texts may show.
 *
 * @param imageHosts hosts, in lower case, whose images are shown; others become links, so
 * that no reader's address leaks
 */
@ConfigurationProperties("parley.content")
record ContentSettings(@DefaultValue Set<String> imageHosts) {
}
