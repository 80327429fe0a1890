/** The media that a service knows, and the report that it uses them. */
@NullMarked
package org.parley.platform.readmodels.media.use;

import org.jspecify.annotations.NullMarked;
