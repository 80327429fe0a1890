/** Media that posts show. */
@NullMarked
package org.parley.forum.post.media;

import org.jspecify.annotations.NullMarked;
