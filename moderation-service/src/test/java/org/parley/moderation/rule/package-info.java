/** Rules, each as a sentence. */
@NullMarked
package org.parley.moderation.rule;

import org.jspecify.annotations.NullMarked;
