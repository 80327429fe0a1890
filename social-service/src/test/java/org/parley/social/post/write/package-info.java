/** Tests of requests that publish or edit posts. */
@NullMarked
package org.parley.social.post.write;

import org.jspecify.annotations.NullMarked;
