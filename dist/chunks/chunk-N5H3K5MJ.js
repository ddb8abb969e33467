var UsageError=class extends Error{};export{UsageError};
