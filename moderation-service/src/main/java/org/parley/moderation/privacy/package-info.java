/** Export and erasure of personal data, and what everybody may know about its use. */
@NullMarked
package org.parley.moderation.privacy;

import org.jspecify.annotations.NullMarked;
