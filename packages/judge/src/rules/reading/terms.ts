/** What kind of thing a term of the trade names. */
export type TermKind = 'metric' | 'model' | 'technique' | 'operation' | 'tool' | 'test' | 'hazard' | 'virtue';

const LISTS: Readonly<Record<TermKind, string>> = {
  metric:
    'accuracy|acc|balanced accuracy|precision|recall|f1|f2|f beta|fbeta|f score|auc|roc|roc auc|auroc|pr auc|auprc|average precision|pr curve|roc curve|map|mrr|ndcg|dcg|hit rate|precision at k|recall at k|mae|rmse|mse|mape|smape|r2|r squared|log loss|logloss|brier|brier score|cross entropy|ece|mcc|matthews correlation|cohen kappa|kappa|specificity|sensitivity|fpr|tpr|pinball loss|ctr|click through rate|conversion|gmv|dau|nps|csat|lift|gini|perplexity|bleu|rouge|confusion matrix|watch time|dwell time|coverage|novelty|serendipity|session length|hit ratio|loss curves|validation loss|silhouette|ks statistic|expected calibration error|reliability diagram',
  model:
    'xgboost|lightgbm|catboost|gbdt|gradient boosting|gradient boosted trees|boosted trees|random forest|random forests|logistic regression|linear regression|decision tree|decision trees|svm|knn|naive bayes|neural network|neural networks|neural net|neural nets|deep learning|deep network|deep model|transformer|transformers|bert|llm|llms|gpt|gnn|graph neural network|graph neural networks|lstm|rnn|cnn|resnet|autoencoder|autoencoders|isolation forest|two tower|two tower model|two towers|matrix factorization|collaborative filtering|als|svd|bpr|lambdamart|learning to rank|cross encoder|bi encoder|wide and deep|deepfm|dlrm|prophet|arima|sarima|temporal fusion transformer|ensemble|ensembles|bandit|bandits|reinforcement learning|deep q network|dqn|vision transformer|embeddings|embedding model|foundation model|graphsage|lightgcn|pinsage|node2vec|word2vec|tf idf|bm25|survival analysis|cox model|anomaly detection|mixture of experts|diffusion',
  technique:
    'smote|adasyn|tomek links|oversampling|undersampling|downsampling|upsampling|class weights|class weighting|cost sensitive learning|focal loss|label smoothing|mixup|cutmix|regularization|regularisation|dropout|early stopping|batch norm|batch normalization|l1|l2|bagging|boosting|stacking|cross validation|k fold|stratified split|stratified sampling|grid search|random search|bayesian optimization|optuna|hyperparameter tuning|feature engineering|feature selection|one hot|one hot encoding|target encoding|scaling|normalization|normalisation|imputation|pca|umap|tsne|shap|lime|counterfactuals|platt scaling|isotonic regression|isotonic|temperature scaling|beta calibration|conformal prediction|active learning|weak supervision|self training|pseudo labels|pseudo labelling|pseudo labeling|semi supervised|self supervised|transfer learning|fine tuning|lora|qlora|rag|distillation|quantization|quantisation|pruning|int8|speculative decoding|flashattention|continuous batching|dynamic batching|data augmentation|augmentation|inverse propensity|ips|propensity scoring|inverse propensity weighting|click models|counterfactual evaluation|off policy evaluation|thompson sampling|epsilon greedy|ucb|exploration|candidate generation|retrieval|re ranking|reranking|ranking|diversity|hnsw|ivf pq|ann|faiss|contrastive learning|metric learning|margin sampling|uncertainty sampling|query by committee|confident learning|majority vote|bootstrapping|bootstrap|minhash|lsh|simhash|jaccard|levenshtein|cosine similarity|preprocessing|data cleaning|data collection|problem definition|training|evaluation|deployment|validation|data preparation',
  operation:
    'monitoring|alerting|alerts|logging|tracing|observability|a b test|a b testing|ab test|ab testing|shadow mode|shadow deployment|canary|canary release|canary deployment|blue green|rollback|feature flags|feature flag|fallback|fallbacks|guardrails|guardrail metrics|rate limiting|load balancing|autoscaling|hpa|caching|cache|batching|sharding|retries|circuit breaker|circuit breakers|backpressure|retraining|scheduled retraining|ci cd|cicd|ct|mlops|llmops|aiops|containerisation|containerization|microservices|rest api|grpc|model registry|feature store|feature stores|data contracts|schema validation|schema checks|data validation|data quality|data lineage|lineage|versioning|documentation|governance|interleaving|stream processing|data pipelines|orchestration|human in the loop|experiment tracking|model cards|null checks|drift detection|drift monitoring|data versioning|latency|throughput|availability|scalability|reliability|security|privacy|gdpr|cost|memory|cpu|gpu|qps|slas|slos|timeouts|load shedding|freshness|p99|p95|error rates|error rate|infrastructure|pipelines|testing|unit tests',
  tool: 'kafka|flink|spark|airflow|dagster|dbt|snowflake|bigquery|redis|cassandra|postgres|elasticsearch|opensearch|pinecone|milvus|weaviate|vector database|vector databases|vector store|vector search|feast|tecton|hopsworks|mlflow|kubeflow|ray|sagemaker|vertex|databricks|docker|kubernetes|k8s|terraform|helm|prometheus|grafana|datadog|evidently|arize|whylabs|great expectations|tfdv|tfx|tensorflow|tensorflow serving|pytorch|keras|jax|hugging face|scikit learn|sklearn|triton|onnx|onnx runtime|tensorrt|openvino|torchserve|bentoml|seldon|dvc|wandb|langchain|agents|cleanlab|snorkel|gpus|aws|gcp|azure|lambda|s3|python|java|kinesis|pubsub|kserve|vllm|numba|cython',
  test: 'psi|population stability index|ks test|ks|kolmogorov smirnov|chi square|chi squared|chi2|kl divergence|kl|js divergence|jensen shannon|wasserstein|mmd|adwin|ddm|page hinkley|cusum|t test|paired t test|mann whitney|wilcoxon|mcnemar|delong test|permutation test|anova|bonferroni|cuped|sequential testing|sequential tests|srm|power analysis|hypothesis testing|confidence intervals|confidence interval|p values|p value|hosmer lemeshow|adversarial validation|z test',
  hazard:
    'overfitting|underfitting|data drift|concept drift|covariate shift|distribution shift|prediction drift|model drift|label drift|feature drift|drift|train serve skew|training serving skew|training serve skew|skew|leakage|data leakage|target leakage|class imbalance|imbalance|label noise|noise|position bias|selection bias|popularity bias|presentation bias|exposure bias|sampling bias|survivorship bias|survivor bias|self selection|attrition|non response|confirmation bias|feedback loop|feedback loops|cold start|missing values|missing data|outliers|duplicates|schema drift|bias|fairness|cardinality|sparsity|novelty effect|novelty effects|contamination|memorisation|memorization|generalisation|generalization|data quality issues|curse of dimensionality|adversarial attacks|simpson paradox|label delay|delayed labels|bias variance|vanishing gradients|edge cases|thundering herd|retry storm|consumer lag|race conditions',
  virtue:
    'ownership|clarity|alignment|collaboration|communication|rigor|rigour|discipline|excellence|accountability|transparency|trust|impact|leadership|agility|velocity|quality|best practices|stakeholder management|cross functional|passion|curiosity|growth|innovation|robustness|interpretability|explainability|personalization|personalisation|accuracy completeness|completeness|consistency|timeliness|uniqueness|validity|reproducibility|maintainability',
};

export interface Term {
  readonly kind: TermKind;
  /** First word and the word after the last, as indices into the plain words. */
  readonly start: number;
  readonly end: number;
}

const byFirst = new Map<string, { readonly rest: readonly string[]; readonly kind: TermKind }[]>();
for (const kind of Object.keys(LISTS) as TermKind[]) {
  for (const entry of LISTS[kind].split('|')) {
    const [first, ...rest] = entry.split(' ') as [string, ...string[]];
    const known = byFirst.get(first) ?? [];
    known.push({ rest, kind });
    byFirst.set(first, known);
  }
}
for (const entries of byFirst.values()) entries.sort((a, b) => b.rest.length - a.rest.length);

/** The terms of the trade among plain words, longest first at each place, not overlapping. */
export function findTerms(words: readonly { readonly norm: string }[]): Term[] {
  const out: Term[] = [];
  for (let i = 0; i < words.length; i++) {
    const entries = byFirst.get((words[i] as { norm: string }).norm);
    const entry = entries?.find((each) => each.rest.every((part, k) => words[i + 1 + k]?.norm === part));
    if (entry === undefined) continue;
    out.push({ kind: entry.kind, start: i, end: i + 1 + entry.rest.length });
    i += entry.rest.length;
  }
  return out;
}
