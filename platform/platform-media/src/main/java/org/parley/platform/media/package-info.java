/** Media as services show them, and the addresses of their files. */
@NullMarked
package org.parley.platform.media;

import org.jspecify.annotations.NullMarked;
