package org.parley.forum.search.index;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where search indexes are stored.
 *
 * @param directory the directory with the indexes of all instances on this machine; if
 * empty, a temporary one of this instance that is deleted when it stops
 */
@ConfigurationProperties("parley.search")
record SearchIndexSettings(@DefaultValue("") String directory) {
}
