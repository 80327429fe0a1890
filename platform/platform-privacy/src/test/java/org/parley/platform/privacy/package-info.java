/** Tests of exports and erasures with crashes and late events. */
@NullMarked
package org.parley.platform.privacy;

import org.jspecify.annotations.NullMarked;
