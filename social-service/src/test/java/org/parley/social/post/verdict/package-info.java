@NullMarked
package org.parley.social.post.verdict;

import org.jspecify.annotations.NullMarked;
