/** The media that a service knows, and the report that it uses them. */
@NullMarked
package org.parley.platform.media.use;

import org.jspecify.annotations.NullMarked;
