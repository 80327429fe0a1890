/** Tests of the model client. */
@NullMarked
package org.parley.moderation.model;

import org.jspecify.annotations.NullMarked;
