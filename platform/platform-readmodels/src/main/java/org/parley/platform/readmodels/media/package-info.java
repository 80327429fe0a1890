/** Media as services show them, and the addresses of their files. */
@NullMarked
package org.parley.platform.readmodels.media;

import org.jspecify.annotations.NullMarked;
