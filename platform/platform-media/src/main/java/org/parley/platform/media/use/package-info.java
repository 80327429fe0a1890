/** What a service knows of media, and how it reports that it uses them. */
@NullMarked
package org.parley.platform.media.use;

import org.jspecify.annotations.NullMarked;
