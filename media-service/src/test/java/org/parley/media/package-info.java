/** Tests of the service. */
@NullMarked
package org.parley.media;

import org.jspecify.annotations.NullMarked;
