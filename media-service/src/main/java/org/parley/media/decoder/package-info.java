/** The processes that decode pictures. */
@NullMarked
package org.parley.media.decoder;

import org.jspecify.annotations.NullMarked;
