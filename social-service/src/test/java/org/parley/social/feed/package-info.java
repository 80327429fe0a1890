/** Tests of feeds. */
@NullMarked
package org.parley.social.feed;

import org.jspecify.annotations.NullMarked;
