/** Which media are used, and by what. */
@NullMarked
package org.parley.media.use;

import org.jspecify.annotations.NullMarked;
