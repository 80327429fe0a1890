/** Export and erasure of personal data. */
@NullMarked
package org.parley.webhook.privacy;

import org.jspecify.annotations.NullMarked;
