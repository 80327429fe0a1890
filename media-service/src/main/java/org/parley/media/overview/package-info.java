/** The views and changes of own media. */
@NullMarked
package org.parley.media.overview;

import org.jspecify.annotations.NullMarked;
