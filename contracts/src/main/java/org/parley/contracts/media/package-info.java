/** Events about media, and their parts. */
@NullMarked
package org.parley.contracts.media;

import org.jspecify.annotations.NullMarked;
